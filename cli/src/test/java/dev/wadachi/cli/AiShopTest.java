package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to the AI shop's forecast when something is edited: the example, in a copy, over two weeks.
class AiShopTest {

    private static final String[] LADDER = {
        "Demand", "ladder", "--last", "2021-01-11", "--algorithms", "[last-value(lag=2),ridge]"
    };

    private static final String TUESDAY = "2020-01-07,TUE,2,chiba,apple_juice,19,2280";
    private static final String WEDNESDAY = "2020-01-08,WED,2,chiba,apple_juice,36,4320";

    @Test
    void an_edit_is_explained_and_nothing_runs_that_need_not(@TempDir Path folder) throws IOException {
        copy(Page.repository().resolve("examples/ai-shop"), folder);
        Captured wadachi = Captured.in(folder);

        Captured.Said first = wadachi.run(command("run"));
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains("ridge", "last-value(lag=2)");

        edit(folder, "src/main/java/shop/Fit.java", "final class Fit {", "// edited\nfinal class Fit {");
        assertThat(wadachi.run(command("why")).out()).startsWith("nothing to do: ");

        edit(
                folder,
                "src/main/java/shop/Fit.java",
                "algorithm.fit(rows, FORMULA)",
                "algorithm.fit(rows.sql(\"from this\"), FORMULA)");
        assertThat(wadachi.run(command("why")).out())
                .contains("  will run: code changed\n")
                .containsPattern("Fit\\.fit\\(Table, Algorithm\\)  Fit\\.java:\\d+, called from Train\\.run")
                .contains("… and 3 more Train likewise")
                .endsWith("To keep the old result: wadachi accept Train --reason \"…\"\n");
        edit(folder, "src/main/java/shop/Fit.java", "rows.sql(\"from this\")", "rows");

        edit(folder, "data/sales.csv", TUESDAY, TUESDAY.replace(",19,", ",20,"));
        edit(folder, "data/sales.csv", WEDNESDAY, WEDNESDAY.replace(",36,", ",35,"));
        assertThat(wadachi.run(command("why")).out())
                .contains("Sales(file=data/sales.csv)  will run: the source changed");
        assertThat(wadachi.run(command("run")).err())
                .as("the weekly sums stay the same")
                .contains("2 ran, ");
        assertThat(wadachi.run(command("run")).err()).startsWith("nothing to do: ");
    }

    private static String[] command(String command) {
        return Stream.concat(Stream.of(command), Stream.of(LADDER)).toArray(String[]::new);
    }

    private static void edit(Path folder, String file, String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replace(before, after));
    }

    /// The sources and data, without what was built or computed from them.
    private static void copy(Path from, Path to) throws IOException {
        for (String part : List.of("src/main", "data")) {
            try (Stream<Path> files = Files.walk(from.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.resolveSibling(""));
                    Files.copy(file, copy);
                }
            }
        }
    }
}
