"""What machines look through: links, feeds, councils. What they find is work for editors, and never believed."""
