-- Tokens of the rows of `search_row`, under the same rowid. Contentless: the text stands there already.
CREATE VIRTUAL TABLE question_fts USING fts5(tokens, content='', contentless_delete=1, tokenize="unicode61");
