package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.store.ChildProcess;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Store;
import dev.wadachi.task.PublishedName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two projects in two processes at once on one store.
@Timeout(120)
class TwoProjectsTest {

    @TempDir
    Path folder;

    @Test
    void two_projects_with_tasks_of_one_name_see_their_own_and_publish_under_numbers_of_their_own() throws Exception {
        try (ChildProcess shop = ChildProcess.start(TwoProjects.class, folder, "shop");
                ChildProcess delivery = ChildProcess.start(TwoProjects.class, folder, "delivery")) {
            assertThat(shop.awaitEnd()).containsExactly("done");
            assertThat(delivery.awaitEnd()).containsExactly("done");
        }
        try (Store store = Store.open(folder.resolve("store"))) {
            List<Publication> versions = store.publications().versions(PublishedName.parse("both/count"));
            assertThat(versions)
                    .extracting(Publication::number)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 2 * TwoProjects.ROUNDS)
                            .boxed()
                            .toList());
            assertThat(versions)
                    .filteredOn(version -> version.project().equals("shop"))
                    .hasSize(TwoProjects.ROUNDS);
            assertThat(store.traces().ofTask("Count", 100)).hasSize(2 * TwoProjects.ROUNDS);
        }
    }
}
