package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

    @TempDir
    Path folder;

    @Test
    void records_that_implement_pipeline_or_task_are_found_however_they_do() throws IOException {
        Catalog catalog = catalog("""
                import dev.wadachi.task.*;
                interface Step<T> extends Task<T> {}
                record Direct() implements Task<String> { public String run(Context in) { return ""; } }
                record Through() implements Step<String> { public String run(Context in) { return ""; } }
                record Read() implements Source<String> {
                    public String run(Context in) { return ""; }
                    public Stamp stamp(Resources from) { return Stamp.of(""); }
                }
                @Name("Renamed") record Old() implements Step<String> { public String run(Context in) { return ""; } }
                record Plain(int a) {}
                class Shop {
                    public record Demand() implements Pipeline {
                        Object local() {
                            record Hidden() implements Pipeline {}
                            return new Hidden();
                        }
                    }
                }
                """);

        assertThat(catalog.entries())
                .extracting(entry -> entry.kind() + " " + entry.name() + " " + entry.className() + " " + entry.source())
                .containsExactly(
                        "TASK Direct Direct Shop.java",
                        "TASK Renamed Old Shop.java",
                        "TASK Read Read Shop.java",
                        "PIPELINE Demand Shop$Demand Shop.java",
                        "TASK Through Through Shop.java");
        assertThat(catalog.find("Shop.Demand")).isEqualTo(catalog.find("Demand"));
    }

    @Test
    void a_misspelt_name_gets_the_nearest() throws IOException {
        Catalog catalog = catalog("""
                record Demand() implements dev.wadachi.task.Pipeline {}
                record Stock() implements dev.wadachi.task.Pipeline {}
                """);

        assertThatThrownBy(() -> catalog.find("Demnad"))
                .isInstanceOf(ProjectProblem.class)
                .hasMessage("there is no pipeline or task Demnad; did you mean Demand?");
        assertThatThrownBy(() -> catalog.find("Forecast"))
                .hasMessage("there is no pipeline or task Forecast; there are Demand, Stock");
    }

    @Test
    void an_ambiguous_name_lists_both() throws IOException {
        Catalog catalog = catalog("""
                class Tokyo { record Demand() implements dev.wadachi.task.Pipeline {} }
                class Osaka { record Demand() implements dev.wadachi.task.Pipeline {} }
                """);

        assertThatThrownBy(() -> catalog.find("Demand"))
                .isInstanceOf(ProjectProblem.class)
                .hasMessage("""
                        Demand is the name of 2 classes: Osaka.Demand, Tokyo.Demand
                        Write as much of the full name as tells them apart.""");
        assertThat(catalog.find("Osaka.Demand").className()).isEqualTo("Osaka$Demand");
    }

    @Test
    void sources_without_any_are_told_what_one_is() throws IOException {
        Catalog catalog = catalog("record Plain() {}");

        assertThatThrownBy(() -> catalog.find("Demand"))
                .hasMessage("the sources hold no pipeline and no task: there is no record that implements"
                        + " dev.wadachi.task.Pipeline or dev.wadachi.task.Task");
    }

    private Catalog catalog(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Shop.java"), source);
        return Project.ofFile(file, Map.of()).compile().catalog();
    }
}
