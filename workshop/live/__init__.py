"""The live connection: commands in through the gateway, facts out through the publisher."""
