package dev.wadachi.json;

/// A place in a text, as an editor counts it: lines and columns from 1.
record Place(int line, int column) {

    static Place of(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < offset; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        return new Place(line, text.codePointCount(lineStart, offset) + 1);
    }

    @Override
    public String toString() {
        return "at line " + line + ", column " + column;
    }
}
