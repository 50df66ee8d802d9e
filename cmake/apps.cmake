# The binary `rasid` with its lexicon image built in. Filled as apps/ grows.
