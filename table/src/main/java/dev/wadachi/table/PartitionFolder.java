package dev.wadachi.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder with a level of folders for each key, and files of rows in the innermost.
///
/// @param root the outermost folder
/// @param keys a level each, from outside in
/// @param format which files hold rows
record PartitionFolder(Path root, List<PartitionKey> keys, PartitionFormat format) {

    private static final int SHOWN = 10;
    private static final String NOWHERE = ": a link to what is not there";

    /// The partitions with rows, by their paths below the root with `/` in between, in the order of their values.
    ///
    /// @throws TableException if there is none, or something lies there that would be overlooked: it names all of it
    List<String> partitions() {
        if (!Files.isDirectory(root)) {
            throw new TableException("there is no folder " + root.toAbsolutePath() + ", where partitions such as "
                    + example() + " were expected");
        }
        List<String> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        walk(root, "", 0, found, problems);
        if (!problems.isEmpty()) {
            throw new TableException(told(problems));
        }
        if (found.isEmpty()) {
            throw new TableException(
                    "the folder " + root + " holds no partition: files such as " + example() + " were expected");
        }
        found.sort(order());
        return List.copyOf(found);
    }

    private void walk(Path folder, String path, int level, List<String> found, List<String> problems) {
        if (level == keys.size()) {
            dangling(folder).forEach(file -> problems.add(path + "/" + file + NOWHERE));
            if (!files(folder).isEmpty()) {
                found.add(path);
            }
            return;
        }
        Map<Optional<String>, String> values = new HashMap<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            String below = path.isEmpty() ? name : path + "/" + name;
            if (PartitionFormat.isHidden(name)) {
                continue;
            }
            if (Files.isDirectory(child)) {
                try {
                    String twin = values.putIfAbsent(keys.get(level).value(name), name);
                    if (twin != null) {
                        problems.add(below + ": is the same partition as " + twin + "; its files belong there");
                    }
                    walk(child, below, level + 1, found, problems);
                } catch (IllegalArgumentException e) {
                    problems.add(below + ": " + e.getMessage());
                }
            } else if (isDangling(child)) {
                problems.add(below + NOWHERE);
            } else if (format.isRows(name)) {
                problems.add(
                        below + ": a file outside of any " + keys.get(level).name() + "=… is not read");
            }
        }
    }

    private String told(List<String> problems) {
        List<String> shown = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
        if (problems.size() > SHOWN) {
            shown.add("and " + Preview.grouped(problems.size() - SHOWN) + " more");
        }
        return "in the folder " + root + " lies what is no partition by " + String.join(", ", names()) + "\n  "
                + String.join("\n  ", shown)
                + "\n  move it elsewhere, or give it a name that begins with _, which is overlooked";
    }

    private List<String> names() {
        return keys.stream().map(PartitionKey::name).toList();
    }

    private String example() {
        return keys.stream().map(key -> key.example() + "/").reduce("", String::concat) + format.pattern();
    }

    /// The files of a partition that hold rows, by name. Empty ones, which collectors leave, hold none.
    ///
    /// @throws TableException if the partition is gone
    List<Path> files(String partition) {
        Path folder = root.resolve(partition);
        if (!Files.isDirectory(folder)) {
            throw new TableException(
                    "the partition " + partition + " is gone from " + root + "; run again to do without it");
        }
        List<String> dangling = dangling(folder);
        if (!dangling.isEmpty()) {
            throw new TableException("in the partition " + partition + " of " + root + " lies "
                    + String.join(", ", dangling) + NOWHERE + "; mend or remove it");
        }
        return files(folder);
    }

    /// Links to files of rows that are not there: their rows would be missed by nobody.
    private List<String> dangling(Path folder) {
        return children(folder).stream()
                .filter(file -> format.isRows(file.getFileName().toString()))
                .filter(PartitionFolder::isDangling)
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static boolean isDangling(Path child) {
        return Files.isSymbolicLink(child) && Files.notExists(child);
    }

    private List<Path> files(Path folder) {
        return children(folder).stream()
                .filter(file -> format.isRows(file.getFileName().toString()))
                .filter(PartitionFolder::holdsSomething)
                .toList();
    }

    /// The value of each key; empty where rows have none.
    List<Optional<String>> values(String partition) {
        String[] names = partition.split("/", -1);
        List<Optional<String>> values = new ArrayList<>();
        for (int level = 0; level < names.length; level++) {
            values.add(keys.get(level).value(names[level]));
        }
        return values;
    }

    private Comparator<String> order() {
        Comparator<List<Optional<String>>> order = (_, _) -> 0;
        for (int i = 0; i < keys.size(); i++) {
            int level = i;
            order = order.thenComparing(
                    values -> values.get(level), keys.get(level).order());
        }
        return Comparator.comparing(this::values, order).thenComparing(Comparator.naturalOrder());
    }

    private static boolean holdsSomething(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(
                            Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
