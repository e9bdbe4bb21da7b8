package dev.wadachi.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/// The rows of tables one behind the other, in one scan of their files. Neighbours with the same columns are read
/// together; so a thousand partitions are one query, and not a union of a thousand.
///
/// @param schema the columns: those of the tables, then the keys
/// @param keys columns whose values are the same in all rows of one table
/// @param values one for each key, for each table
/// @param tables held, so that what they keep stays
record StackedRelation(Schema schema, List<PartitionKey> keys, List<List<Optional<String>>> values, List<Table> tables)
        implements Relation {

    /// Neighbours with the same columns.
    ///
    /// @param from the first table's number
    /// @param to the number behind the last one's
    private record Group(Schema schema, int from, int to) {}

    @Override
    public String sql() {
        StringJoiner all = new StringJoiner("\nUNION ALL\n");
        groups().forEach(group -> all.add(sql(group)));
        return all.toString();
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= tables.size(); i++) {
            Schema first = tables.get(from).schema();
            if (i == tables.size() || !tables.get(i).schema().equals(first)) {
                groups.add(new Group(first, from, i));
                from = i;
            }
        }
        return groups;
    }

    private String sql(Group group) {
        StringJoiner columns = new StringJoiner(", ");
        for (Column column : schema.columns().subList(0, schema.columns().size() - keys.size())) {
            columns.add(group.schema()
                    .find(column.name())
                    .map(found -> found.equals(column) ? Names.quoted(column.name()) : cast(found.name(), column))
                    .orElseGet(() -> "CAST(NULL AS " + column.type().sql() + ") AS " + Names.quoted(column.name())));
        }
        for (int key = 0; key < keys.size(); key++) {
            columns.add(value(key, group));
        }
        StringJoiner files = new StringJoiner(", ", "read_parquet([", "]" + Names.FILE_ALONE + ")");
        tables.subList(group.from(), group.to())
                .forEach(table -> files.add(Names.literal(table.file().file())));
        return "SELECT " + columns + " FROM " + files;
    }

    private static String cast(String name, Column as) {
        return "CAST(" + Names.quoted(name) + " AS " + as.type().sql() + ") AS " + Names.quoted(as.name());
    }

    /// By the number of its file, not by the file's name: partitions of the same rows are the same file.
    private String value(int key, Group group) {
        Column column = keys.get(key).column();
        StringJoiner list = new StringJoiner(", ", "[", "]");
        IntStream.range(group.from(), group.to())
                .mapToObj(table -> values.get(table).get(key))
                .forEach(value -> list.add(value.map(Names::literal).orElse("NULL")));
        return "CAST(" + list + " AS " + column.type().sql() + "[])[CAST(file_index AS BIGINT) + 1] AS "
                + Names.quoted(column.name());
    }

    @Override
    public boolean isSettled() {
        return true;
    }
}
