package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {

    @TempDir
    Path folder;

    private Table features(String... flats) throws IOException {
        Path file = folder.resolve("flats.csv");
        Files.writeString(file, "flat,ward,area,age,walk,floor,rent\n" + String.join("\n", flats) + "\n");
        try (Direct in = new Direct()) {
            return new Features(Task.of(Table.csv(file))).run(in);
        }
    }

    @Test
    void an_unknown_age_counts_as_middle_age_and_says_so() throws IOException {
        Table features = features("1,kita,30,,5,2,60", "2,kita,30,4,5,2,80");

        assertThat(features.doubles("age")).containsExactly(Features.MIDDLE_AGE, 4);
        assertThat(features.doubles("age_unknown")).containsExactly(1, 0);
    }

    @Test
    void wear_is_area_times_age() throws IOException {
        assertThat(features("1,kita,30,4,5,2,80").doubles("wear")).containsExactly(120);
    }
}
