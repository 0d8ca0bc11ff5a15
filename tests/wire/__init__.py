"""Tests over a real wire: HTTP and gateway on the loopback, for what an in-memory Discord cannot show."""
