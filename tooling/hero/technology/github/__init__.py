"""GitHub behind the forge's port: PyGithub sends, and nothing is believed that it did not say."""
