package dev.wadachi.cli.view;

import java.util.List;

/// Pieces of a page.
final class Html {

    private Html() {}

    /// A text as it stands in a page, whatever it holds.
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return safe.toString();
    }

    /// A picture with its name below.
    static String figure(String name, String note, String svg) {
        return "<figure>" + svg + "<figcaption><b>" + text(name) + "</b> " + text(note) + "</figcaption></figure>\n";
    }

    /// A row of a table whose cells are texts.
    static String row(String tag, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        cells.forEach(cell -> row.append('<')
                .append(tag)
                .append('>')
                .append(text(cell))
                .append("</")
                .append(tag)
                .append('>'));
        return row.append("</tr>\n").toString();
    }
}
