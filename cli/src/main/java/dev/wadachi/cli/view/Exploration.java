package dev.wadachi.cli.view;

import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.print.ValueText;
import dev.wadachi.cli.view.Svg.Mark;
import dev.wadachi.table.ColumnProfile;
import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table drawn as one page of HTML: columns, missing values, distributions, correlations, how it went over time, and
/// what goes with a target.
///
/// The page stands for itself: no script, nothing to load. Equal tables give equal pages.
public final class Exploration {

    private static final int MOST_FIGURES = 60;
    private static final int CATEGORIES = 10;

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2733;--paper:#fff;--line:#d7dde4;--bar:#3572b0;--minus:#b0563c}
            @media(prefers-color-scheme:dark){:root{--ink:#dde4ec;--paper:#12181f;--line:#33404d;--bar:#6ea8e0;--minus:#e08d6e}}
            body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1080px;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid var(--line)}
            table{border-collapse:collapse;font-size:.85rem;display:block;overflow-x:auto}
            th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
            th:first-child,td:first-child,th:nth-child(2),td:nth-child(2){text-align:left}
            .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:1rem}
            figure{margin:0}figcaption{font-size:.8rem;overflow-wrap:anywhere}svg{width:100%}
            rect{fill:var(--bar)}.negative{fill:var(--minus)}path{fill:none;stroke:var(--bar);stroke-width:1.5}
            circle{fill:var(--bar)}text{font-size:11px;fill:var(--ink)}
            """;

    private final String title;
    private final Table table;
    private final TableProfile profile;
    private final StringBuilder page = new StringBuilder();

    private Exploration(String title, Table table) {
        this.title = title;
        this.table = table;
        this.profile = table.profile();
    }

    /// The page.
    ///
    /// @param title what the table is
    /// @param target a column whose values the others are to be seen against, if there is one
    /// @throws dev.wadachi.table.TableException if there is no such column
    public static String page(String title, Table table, Optional<String> target) {
        return new Exploration(title, table)
                .page(target.map(name -> table.schema().column(name).name()));
    }

    private String page(Optional<String> target) {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<title>")
                .append(Html.text(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(Html.text(title))
                .append("</h1>\n<p>")
                .append(grouped(profile.rows()))
                .append(" rows, ")
                .append(profile.columns().size())
                .append(" columns</p>\n");
        profile.remarks()
                .forEach(remark -> page.append("<p>").append(Html.text(remark)).append("</p>\n"));
        columns();
        missing();
        distributions();
        new Associations(table, profile).write(target, page);
        return page.append("</body></html>\n").toString();
    }

    private void columns() {
        page.append("<h2>Columns</h2>\n<table>")
                .append(Html.row(
                        "th", List.of("column", "type", "missing", "distinct", "least", "median", "mean", "most")));
        for (ColumnProfile column : profile.columns()) {
            page.append(Html.row(
                    "td",
                    List.of(
                            column.name(),
                            column.column().type().sql().toLowerCase(Locale.ROOT),
                            percent(column.nulls()),
                            distinct(column),
                            column.range().map(ColumnProfile.Range::least).orElse(""),
                            column.median().isPresent()
                                    ? ValueText.number(column.median().getAsDouble())
                                    : "",
                            column.mean().isPresent()
                                    ? ValueText.number(column.mean().getAsDouble())
                                    : "",
                            column.range().map(ColumnProfile.Range::most).orElse(""))));
        }
        page.append("</table>\n");
    }

    private void missing() {
        List<Mark> marks = profile.columns().stream()
                .filter(column -> column.nulls() > 0)
                .map(column -> new Mark(column.name(), column.nulls(), percent(column.nulls())))
                .toList();
        page.append("<h2>Missing values</h2>\n");
        if (marks.isEmpty()) {
            page.append("<p>None is missing.</p>\n");
        } else {
            page.append("<div class=\"figures\">")
                    .append(Html.figure(
                            "missing",
                            "in " + marks.size() + " of " + profile.columns().size() + " columns",
                            Svg.bars(marks)))
                    .append("</div>\n");
        }
    }

    private void distributions() {
        page.append("<h2>Distributions</h2>\n<div class=\"figures\">");
        profile.columns().stream().limit(MOST_FIGURES).forEach(this::distribution);
        page.append("</div>\n");
    }

    private void distribution(ColumnProfile column) {
        String note = column.range()
                .map(range -> range.least() + " … " + range.most())
                .orElse("");
        if (!column.histogram().isEmpty()) {
            page.append(Html.figure(column.name(), note, Svg.columns(histogram(column))));
        } else if (!column.top().isEmpty()) {
            List<Mark> marks = column.top().stream()
                    .limit(CATEGORIES)
                    .map(value -> new Mark(value.value(), value.count(), percent(value.count())))
                    .toList();
            page.append(Html.figure(column.name(), distinct(column) + " values", Svg.bars(marks)));
        }
    }

    private static List<Mark> histogram(ColumnProfile column) {
        List<Mark> marks = new ArrayList<>();
        int parts = column.histogram().size();
        for (int i = 0; i < parts; i++) {
            long count = column.histogram().get(i);
            marks.add(new Mark("part " + (i + 1) + " of " + parts, count, grouped(count)));
        }
        return marks;
    }

    private String distinct(ColumnProfile column) {
        return profile.isDistinctExact(column) ? grouped(column.distinct()) : Quantity.about(column.distinct());
    }

    private String percent(long count) {
        double share = profile.rows() == 0 ? 0 : 100.0 * count / profile.rows();
        return share == 0 ? "0 %" : String.format(Locale.ROOT, share < 1 ? "%.2f %%" : "%.1f %%", share);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Whether a column's values can be averaged to some end.
    static boolean isMeasure(ColumnProfile column) {
        return column.column().type().kind().isNumeric() && column.distinct() > 1;
    }

    /// Whether a column tells times.
    static boolean isTime(ColumnProfile column) {
        Kind kind = column.column().type().kind();
        return (kind == Kind.DATE || kind == Kind.TIMESTAMP) && column.distinct() > 1;
    }
}
