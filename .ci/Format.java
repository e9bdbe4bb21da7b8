import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;

/// Checks (`check`) or mends (`apply`) the format of every Java source below the current folder.
///
/// The formatter parses with the compiler of the JDK that it runs in. A Maven plugin would run in Maven's own, which may
/// be a 17 and not know our language; so the build starts this program with the JDK that it compiles with.

private static final Set<String> FOLDERS_LEFT_OUT = Set.of("target", "resources", ".git", ".ci", ".wadachi");

private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
        .style(JavaFormatterOptions.Style.PALANTIR)
        .build());

void main(String[] arguments) throws IOException {
    boolean apply = List.of(arguments).equals(List.of("apply"));
    List<String> problems = sources().parallel()
            .flatMap(source -> format(source, apply).stream())
            .sorted()
            .toList();
    problems.forEach(IO::println);
    if (!problems.isEmpty()) {
        IO.println("To mend the format: ./mvnw -q -N verify -Dformat=apply");
        System.exit(1);
    }
}

Stream<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean leftOut = FOLDERS_LEFT_OUT.contains(folder.getFileName().toString());
            return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
                sources.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    });
    return sources.stream();
}

Optional<String> format(Path source, boolean apply) {
    try {
        String before = Files.readString(source);
        String after = FORMATTER.formatSourceAndFixImports(before);
        if (after.equals(before)) {
            return Optional.empty();
        }
        if (!FORMATTER.formatSourceAndFixImports(after).equals(after)) {
            // It wraps some long comments, tables among them, so that they no longer are comments.
            return Optional.of(source + ": has a line that the formatter cannot wrap; wrap it by hand");
        }
        if (apply) {
            Files.writeString(source, after);
            return Optional.empty();
        }
        return Optional.of(source + ": not formatted");
    } catch (FormatterException e) {
        return Optional.of(source + ": " + e.getMessage());
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}
