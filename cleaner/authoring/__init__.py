"""Rule upkeep: one file a command. Uses what users use; decides nothing about pages."""
