package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What sources are asked before they are read.
@Timeout(60)
class StampsTest {

    /// How many files a folder has.
    record FileCount(String folder) implements Source<Integer> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFolder(from.path(folder));
        }

        @Override
        public Integer run(Context in) throws IOException {
            return Contents.reading().ofFolder(in.path(folder)).files().size();
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_folder_is_read_again_when_a_file_in_it_changed_and_not_when_one_was_touched() throws IOException {
        Path day = Files.createDirectories(folder.resolve("events/date=2021-08-02"));
        Files.writeString(day.resolve("0.jsonl"), "{}");
        assertThat(outcome()).isEqualTo(Outcome.RAN);
        assertThat(outcome()).isEqualTo(Outcome.HIT);

        Files.writeString(day.resolve("0.jsonl"), "{}");
        assertThat(outcome()).as("written again with the same bytes").isEqualTo(Outcome.HIT);

        Files.writeString(day.resolve("1.jsonl"), "{}");
        assertThat(outcome()).isEqualTo(Outcome.RAN);
    }

    private Outcome outcome() {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            return wadachi.run(Request.of(new FileCount("events")))
                    .tasks()
                    .getFirst()
                    .outcome();
        }
    }

    @Test
    void a_run_records_which_files_its_sources_read_also_when_it_read_nothing_anew() throws IOException {
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("events/0.jsonl"), "{}");
        TextProject texts = new TextProject(folder);
        texts.write("sales.csv", "a,b");

        assertThat(reads())
                .isEqualTo(reads())
                .satisfiesExactlyInAnyOrder(
                        read -> {
                            assertThat(read.path()).isEqualTo("sales.csv");
                            assertThat(read.kind()).isEqualTo(FileRead.Kind.FILE);
                            assertThat(read.digest()).isEqualTo(Digest.of("a,b\n"));
                            assertThat(read.bytes()).isEqualTo(4);
                            assertThat(read.key().task()).isEqualTo("Text");
                        },
                        read -> {
                            assertThat(read.path()).isEqualTo("events");
                            assertThat(read.kind()).isEqualTo(FileRead.Kind.FOLDER);
                            assertThat(read.digest())
                                    .isEqualTo(Digest.of(Digest.of("{}").hex() + " 2 0.jsonl\n"));
                        });
    }

    private List<FileRead> reads() {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Report report = wadachi.run(Request.of(new TextProject.Text("sales.csv"), new FileCount("events")));
            List<FileRead> reads = new ArrayList<>();
            wadachi.store()
                    .runs()
                    .reads(
                            wadachi.store()
                                    .runs()
                                    .find(report.run())
                                    .orElseThrow()
                                    .id(),
                            reads::add);
            reads.sort(java.util.Comparator.comparing(FileRead::path));
            return reads;
        }
    }
}
