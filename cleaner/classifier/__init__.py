"""Facts to balances: what each fact weighs, who has the benefit of the doubt, how sure the whole is."""
