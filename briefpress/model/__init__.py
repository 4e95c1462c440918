"""The data that goes through the steps: source entries, editions, manuscripts, documents, proofs."""
