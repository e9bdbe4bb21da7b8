import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;

/// Checks (`check`) or mends (`apply`) the format of every Java source below the current folder.
///
/// The formatter parses with the compiler of the JDK that it runs in. A Maven plugin would run in Maven's own, which may
/// be a 17 and not know our language; so the build starts this program with the JDK that it compiles with.

private static final int COLUMNS = 120;
private static final Set<String> FOLDERS_LEFT_OUT = Set.of("target", "resources", ".git", ".ci", ".wadachi");
private static final Formatter FORMATTER = Formatter.createFormatter(
        JavaFormatterOptions.builder().style(Style.PALANTIR).build());

/// One `///` line. The formatter would wrap some that are short enough, and the rest of them would be code.
private static final Pattern DOCUMENTATION = Pattern.compile("(?m)^([ \\t]*)///(.*)$");

/// What stands for its slashes and blanks while the formatter is at work, with letters of Unicode's private area.
private static final String SLASHES = "// \uE000";
private static final String BLANK = "\uE001";

void main(String[] arguments) throws IOException {
    boolean apply = List.of(arguments).equals(List.of("apply"));
    List<String> problems = sources().parallelStream()
            .flatMap(source -> problems(source, apply).stream())
            .sorted()
            .toList();
    problems.forEach(IO::println);
    if (!problems.isEmpty()) {
        IO.println(apply ? "All else is formatted." : "To mend the format: ./mvnw -q -N verify -Dformat=apply");
        System.exit(1);
    }
}

List<Path> sources() throws IOException {
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
    return sources;
}

List<String> problems(Path source, boolean apply) {
    try {
        String before = Files.readString(source);
        String after = format(before);
        List<String> problems = new ArrayList<>(tooLong(source, after));
        if (!after.equals(before) && apply) {
            Files.writeString(source, after);
        } else if (!after.equals(before)) {
            problems.add(source + ": not formatted");
        }
        return problems;
    } catch (FormatterException e) {
        return List.of(source + ": " + e.getMessage());
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

String format(String source) throws FormatterException {
    String guarded = DOCUMENTATION.matcher(source)
            .replaceAll(line -> Matcher.quoteReplacement(line.group(1) + SLASHES + line.group(2).replace(" ", BLANK)));
    String formatted = FORMATTER.formatSource(guarded).replace(SLASHES, "///").replace(BLANK, " ");
    // Imports come after, because documentation may be all that uses one.
    return ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(formatted), Style.PALANTIR);
}

/// Documentation is wrapped by hand: only its writer knows what is a table or a sample of code.
List<String> tooLong(Path source, String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
            .filter(line -> lines.get(line).length() > COLUMNS && lines.get(line).strip().startsWith("///"))
            .mapToObj(line -> source + ":" + (line + 1) + ": longer than " + COLUMNS + " columns, wrap it by hand")
            .toList();
}
