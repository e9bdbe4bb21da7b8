package dev.wadachi.cli.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Small charts as SVG that stands in a page: no script, colours from the page's style sheet.
final class Svg {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 90;
    private static final int ROW = 18;
    private static final int NAME = 110;

    private Svg() {}

    /// A bar, or a point of a line.
    ///
    /// @param name what it is of
    /// @param value how long, or how high
    /// @param text what is written beside it, or shown when the pointer rests on it
    record Mark(String name, double value, String text) {}

    /// Bars beside each other: a histogram.
    static String columns(List<Mark> marks) {
        double most = marks.stream().mapToDouble(Mark::value).max().orElse(0);
        var svg = begin(HEIGHT);
        double width = (double) WIDTH / Math.max(1, marks.size());
        for (int i = 0; i < marks.size(); i++) {
            double height = most == 0 ? 0 : marks.get(i).value() / most * (HEIGHT - 2);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                    i * width,
                    HEIGHT - height,
                    Math.max(1, width - 1),
                    height,
                    Html.text(marks.get(i).name() + ": " + marks.get(i).text())));
        }
        return svg.append("</svg>").toString();
    }

    /// Bars below each other, each with its name and its text.
    static String bars(List<Mark> marks) {
        double most =
                marks.stream().mapToDouble(mark -> Math.abs(mark.value())).max().orElse(0);
        var svg = begin(Math.max(1, marks.size()) * ROW);
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double width = most == 0 ? 0 : Math.abs(mark.value()) / most * (WIDTH - NAME - 60);
            int middle = i * ROW + ROW / 2 + 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s<title>%s</title></text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"%s/>"
                            + "<text x=\"%.1f\" y=\"%d\">%s</text>",
                    NAME - 6,
                    middle,
                    Html.text(shortened(mark.name())),
                    Html.text(mark.name()),
                    NAME,
                    i * ROW + 3,
                    width,
                    ROW - 6,
                    mark.value() < 0 ? " class=\"negative\"" : "",
                    NAME + width + 4,
                    middle,
                    Html.text(mark.text())));
        }
        return svg.append("</svg>").toString();
    }

    /// A line from mark to mark; a mark that is not finite leaves a gap.
    static String line(List<Mark> marks) {
        double least = finite(marks).min().orElse(0);
        double most = finite(marks).max().orElse(0);
        double range = most > least ? most - least : 1;
        double step = marks.size() > 1 ? (double) (WIDTH - 4) / (marks.size() - 1) : 0;
        var path = new StringBuilder();
        var points = new StringBuilder();
        boolean isPenDown = false;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (!Double.isFinite(mark.value())) {
                isPenDown = false;
                continue;
            }
            double x = 2 + i * step;
            double y = HEIGHT - 4 - (mark.value() - least) / range * (HEIGHT - 8);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", isPenDown ? "L" : "M", x, y));
            points.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\"><title>%s</title></circle>",
                    x,
                    y,
                    Html.text(mark.name() + ": " + mark.text())));
            isPenDown = true;
        }
        return begin(HEIGHT)
                .append("<path d=\"")
                .append(path)
                .append("\"/>")
                .append(points)
                .append("</svg>")
                .toString();
    }

    private static DoubleStream finite(List<Mark> marks) {
        return marks.stream().mapToDouble(Mark::value).filter(Double::isFinite);
    }

    private static StringBuilder begin(int height) {
        return new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\">");
    }

    private static String shortened(String name) {
        return name.length() <= 17 ? name : name.substring(0, 16) + "…";
    }
}
