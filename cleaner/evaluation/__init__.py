"""Quality and speed on pages whose article is known, against other tools."""
