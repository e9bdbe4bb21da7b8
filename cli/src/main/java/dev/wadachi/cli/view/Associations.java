package dev.wadachi.cli.view;

import dev.wadachi.cli.print.ValueText;
import dev.wadachi.cli.view.Svg.Mark;
import dev.wadachi.table.ColumnProfile;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What goes with what in a table: correlations of numbers, means over time, means of a target.
final class Associations {

    private static final int MOST_CORRELATED = 20;
    private static final int MOST_LINES = 24;
    private static final int PARTS = 10;
    private static final long MOST_CATEGORIES = 50;
    private static final Comparator<Mark> BY_VALUE = Comparator.comparingDouble(Mark::value);

    private final Table table;
    private final TableProfile profile;
    private final List<ColumnProfile> measures;

    Associations(Table table, TableProfile profile) {
        this.table = table;
        this.profile = profile;
        this.measures =
                profile.columns().stream().filter(Exploration::isMeasure).toList();
    }

    void write(Optional<String> target, StringBuilder page) {
        correlations(page);
        profile.columns().stream().filter(Exploration::isTime).findFirst().ifPresent(time -> overTime(time, page));
        target.flatMap(profile::column).ifPresent(column -> against(column, page));
    }

    // ---- correlations

    private void correlations(StringBuilder page) {
        List<ColumnProfile> columns = measures.subList(0, Math.min(MOST_CORRELATED, measures.size()));
        if (columns.size() < 2) {
            return;
        }
        double[][] correlations = correlations(columns);
        page.append("<h2>Correlations</h2>\n<p>Pearson's, over the rows that have both values")
                .append(measures.size() > columns.size() ? "; of the first " + columns.size() + " columns" : "")
                .append(".</p>\n<table><tr><th></th>");
        columns.forEach(
                column -> page.append("<th>").append(Html.text(column.name())).append("</th>"));
        page.append("</tr>\n");
        for (int row = 0; row < columns.size(); row++) {
            page.append("<tr><td>").append(Html.text(columns.get(row).name())).append("</td>");
            for (int column = 0; column < columns.size(); column++) {
                page.append(cell(correlations[row][column]));
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static String cell(double correlation) {
        if (!Double.isFinite(correlation)) {
            return "<td></td>";
        }
        return String.format(
                Locale.ROOT,
                "<td style=\"background:%s%.0f%%,transparent)\">%.2f</td>",
                "color-mix(in srgb,var(" + (correlation < 0 ? "--minus" : "--bar") + ") ",
                Math.abs(correlation) * 70,
                Math.round(correlation * 100) / 100.0 + 0.0);
    }

    private double[][] correlations(List<ColumnProfile> columns) {
        var select = new StringJoiner(", ", "select ", " from this");
        for (int row = 0; row < columns.size(); row++) {
            for (int column = 0; column < row; column++) {
                String a = number(columns.get(row));
                String b = number(columns.get(column));
                select.add("corr(" + a + ", " + b + ") filter (where isfinite(" + a + ") and isfinite(" + b + ")) as c_"
                        + row + "_" + column);
            }
        }
        Table answer = table.sql(select.toString());
        double[][] correlations = new double[columns.size()][columns.size()];
        for (int row = 0; row < columns.size(); row++) {
            correlations[row][row] = 1;
            for (int column = 0; column < row; column++) {
                correlations[row][column] = answer.doubles("c_" + row + "_" + column)[0];
                correlations[column][row] = correlations[row][column];
            }
        }
        return correlations;
    }

    private static String number(ColumnProfile column) {
        return TableDifference.quoted(column.name()) + "::double";
    }

    // ---- over time

    private void overTime(ColumnProfile time, StringBuilder page) {
        String unit = unit(time);
        String bucket = "date_trunc('" + unit + "', " + TableDifference.quoted(time.name()) + ")";
        List<ColumnProfile> columns = measures.subList(0, Math.min(MOST_LINES, measures.size()));
        var select = new StringJoiner(", ");
        select.add("strftime(" + bucket + ", '%Y-%m-%d') as time").add("count(*) as n");
        for (int i = 0; i < columns.size(); i++) {
            String value = number(columns.get(i));
            select.add("avg(" + value + ") filter (where isfinite(" + value + ")) as m_" + i);
        }
        Table means = table.sql("select " + select + " from this where " + TableDifference.quoted(time.name())
                + " is not null group by " + bucket + " order by " + bucket);
        @Nullable String[] times = means.strings("time");
        page.append("<h2>Over time</h2>\n<p>By ")
                .append(unit)
                .append(" of ")
                .append(Html.text(time.name()))
                .append(": rows, and means.</p>\n<div class=\"figures\">");
        line("rows", span(times) + ", ", counts(times, means.longs("n")), page);
        for (int i = 0; i < columns.size(); i++) {
            line(columns.get(i).name(), "mean ", marks(times, means.doubles("m_" + i)), page);
        }
        page.append("</div>\n");
    }

    private String unit(ColumnProfile time) {
        String column = TableDifference.quoted(time.name());
        long days = table.sql("select coalesce(date_diff('day', min(" + column + "), max(" + column
                        + ")), 0) as days from this")
                .longs("days")[0];
        return days <= 1 ? "hour" : days <= 60 ? "day" : days <= 60 * 7 ? "week" : days <= 60 * 31 ? "month" : "year";
    }

    private static String span(@Nullable String[] times) {
        return times.length == 0 ? "" : times[0] + " … " + times[times.length - 1];
    }

    private static void line(String name, String note, List<Mark> marks, StringBuilder page) {
        List<Mark> finite =
                marks.stream().filter(mark -> Double.isFinite(mark.value())).toList();
        String range = finite.isEmpty()
                ? ""
                : Collections.min(finite, BY_VALUE).text() + " … "
                        + Collections.max(finite, BY_VALUE).text();
        page.append(Html.figure(name, note + range, Svg.line(marks)));
    }

    private static List<Mark> counts(@Nullable String[] names, long[] counts) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            marks.add(new Mark(String.valueOf(names[i]), counts[i], String.format(Locale.ROOT, "%,d", counts[i])));
        }
        return marks;
    }

    private static List<Mark> marks(@Nullable String[] names, double[] values) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            marks.add(new Mark(String.valueOf(names[i]), values[i], ValueText.number(values[i])));
        }
        return marks;
    }

    // ---- against a target

    private void against(ColumnProfile target, StringBuilder page) {
        page.append("<h2>Against ").append(Html.text(target.name())).append("</h2>\n");
        if (Exploration.isMeasure(target)) {
            byNumber(target, page);
        } else if (target.distinct() <= MOST_CATEGORIES) {
            byClass(target, page);
        } else {
            page.append("<p>It has too many values to compare others by.</p>\n");
        }
    }

    /// Means of a number over tenths of each other number, and over each category. Equal values are in one part, so a
    /// column of few values has fewer parts.
    private void byNumber(ColumnProfile target, StringBuilder page) {
        page.append("<p>Its mean over ten equal parts of each number, and over the most frequent categories.</p>\n")
                .append("<div class=\"figures\">");
        for (ColumnProfile column : profile.columns()) {
            if (column.name().equals(target.name())) {
                continue;
            }
            if (Exploration.isMeasure(column)) {
                line(column.name(), "", parts(column, target), page);
            } else if (!column.top().isEmpty() && column.distinct() > 1) {
                page.append(Html.figure(column.name(), "", Svg.bars(categories(column, target))));
            }
        }
        page.append("</div>\n");
    }

    private List<Mark> parts(ColumnProfile column, ColumnProfile target) {
        String name = TableDifference.quoted(column.name());
        Table means = table.sql("select part, format('{:.4g} … {:.4g}', min(x), max(x)) as name, avg(y) as mean from"
                + " (select floor(percent_rank() over (order by " + name + ") * " + (PARTS - 1e-9) + ") as part, "
                + number(column) + " as x, " + number(target) + " as y from this where " + name + " is not null)"
                + " where isfinite(y) group by part order by part");
        return marks(means.strings("name"), means.doubles("mean"));
    }

    private List<Mark> categories(ColumnProfile column, ColumnProfile target) {
        String name = TableDifference.quoted(column.name());
        Table means = table.sql("select " + name + "::varchar as name, avg(" + number(target) + ") as mean from this"
                + " where isfinite(" + number(target) + ") and " + name + " is not null group by all"
                + " order by count(*) desc, name limit " + PARTS);
        return marks(means.strings("name"), means.doubles("mean"));
    }

    /// The mean of each number for each class.
    private void byClass(ColumnProfile target, StringBuilder page) {
        String name = TableDifference.quoted(target.name());
        page.append("<p>The mean of each number for each of its values.</p>\n<div class=\"figures\">");
        measures.stream()
                .filter(column -> !column.name().equals(target.name()))
                .sorted(Comparator.comparing(ColumnProfile::name))
                .forEach(column -> {
                    Table means = table.sql("select " + name + "::varchar as name, avg(" + number(column)
                            + ") as mean from this where isfinite(" + number(column) + ") and " + name
                            + " is not null group by all order by name limit " + PARTS);
                    page.append(Html.figure(
                            column.name(), "", Svg.bars(marks(means.strings("name"), means.doubles("mean")))));
                });
        page.append("</div>\n");
    }
}
