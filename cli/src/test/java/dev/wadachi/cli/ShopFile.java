package dev.wadachi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small project of one file in a folder, to be run and edited.
///
/// @param folder where its data lie
/// @param sources where its source file lies
record ShopFile(Path folder, Path sources) {

    private static final String SOURCE = """
            import dev.wadachi.task.*;
            import java.nio.file.Files;
            import java.util.List;

            /// What a shop sells.
            public record Shop(@Default("2") int lags, @Default("ridge") String algorithm) implements Pipeline {
                public Task<Integer> features() { return new Features(new Sales("sales.txt"), lags); }
                public Task<Score> evaluate() { return new Evaluate(features(), algorithm); }
                public Task<Double> guess() { return new Guess(features()); }
            }

            record Score(String algorithm, double mae) {}

            record Sales(String file) implements Source<List<String>> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public List<String> run(Context in) throws Exception { return Files.readAllLines(in.path(file)); }
            }

            record Features(Task<List<String>> sales, int lags) implements Task<Integer> {
                Features { if (lags < 1) throw new IllegalArgumentException("lags must be at least 1, but was " + lags); }
                public Integer run(Context in) {
                    in.log("adding up");
                    return Sums.sum(in.load(sales)) * lags;
                }
            }

            class Sums {
                static int sum(List<String> lines) {
                    return lines.stream().mapToInt(Integer::parseInt).sum();
                }
            }

            record Evaluate(Task<Integer> features, String algorithm) implements Task<Score> {
                public Score run(Context in) {
                    double mae = in.load(features) / (double) algorithm.length();
                    in.metric("mae", mae);
                    return new Score(algorithm, mae);
                }
            }

            record Guess(Task<Integer> features) implements Task<Double> {
                public Double run(Context in) { return in.load(features) * in.random().nextDouble(); }
            }
            """;

    /// The file alone, with its data beside it.
    static ShopFile in(Path folder) {
        return new ShopFile(folder, folder).written();
    }

    /// The file where a project has its sources.
    static ShopFile inProject(Path folder) {
        return new ShopFile(folder, folder.resolve("src/main/java")).written();
    }

    private ShopFile written() {
        write(sources.resolve("Shop.java"), SOURCE);
        sales("1\n2\n3\n");
        return this;
    }

    /// Replaces a piece of the source, which must be there.
    void edit(String before, String after) {
        Path file = sources.resolve("Shop.java");
        String source = read(file);
        if (!source.contains(before)) {
            throw new IllegalArgumentException("the source has no " + before);
        }
        write(file, source.replace(before, after));
    }

    void sales(String lines) {
        write(folder.resolve("sales.txt"), lines);
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
