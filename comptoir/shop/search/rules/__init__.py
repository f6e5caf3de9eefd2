"""Rules of search: how texts become words, words become a question, and what an article is. Pure."""
