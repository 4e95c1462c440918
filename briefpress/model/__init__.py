"""The data that goes through the steps: entries, editions, manuscripts, documents, proofs."""
