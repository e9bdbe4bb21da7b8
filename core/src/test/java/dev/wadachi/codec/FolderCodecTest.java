package dev.wadachi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.task.Encoded;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCodecTest {

    @TempDir
    Path place;

    private FolderScratch scratch = new FolderScratch(Path.of(""));

    @BeforeEach
    void room() throws IOException {
        scratch = new FolderScratch(Files.createDirectory(place.resolve("scratch")));
    }

    @Test
    void files_come_back_under_their_names_within_the_folder() throws IOException {
        Path made = scratch.newFolder();
        Files.createDirectories(made.resolve("weights/layer"));
        Files.writeString(made.resolve("weights/layer/1.bin"), "one");
        Files.writeString(made.resolve("README"), "read me");

        Folder back = (Folder) scratch.roundTrip(new FolderCodec(), new Folder(made));

        assertThat(back.path().resolve("weights/layer/1.bin")).hasContent("one");
        assertThat(back.path().resolve("README")).hasContent("read me");
    }

    @Test
    void files_under_scratch_are_moved_and_all_others_copied() throws IOException {
        Path made = scratch.newFolder();
        Files.writeString(made.resolve("made"), "x");
        Path project = Files.createDirectory(place.resolve("data"));
        Files.writeString(project.resolve("kept"), "x");

        scratch.roundTrip(new FolderCodec(), new Folder(made));
        scratch.roundTrip(new FolderCodec(), new Folder(project));

        assertThat(made.resolve("made")).doesNotExist();
        assertThat(project.resolve("kept")).hasContent("x");
    }

    @Test
    void a_link_within_the_folder_is_a_file_and_one_that_leads_out_is_refused() throws IOException {
        Path made = scratch.newFolder();
        Files.writeString(made.resolve("file"), "x");
        Files.createSymbolicLink(made.resolve("alias"), Path.of("file"));

        Folder back = (Folder) scratch.roundTrip(new FolderCodec(), new Folder(made));
        assertThat(back.path().resolve("alias")).hasContent("x").isRegularFile();

        Path leaking = scratch.newFolder();
        Files.createSymbolicLink(leaking.resolve("passwords"), Files.writeString(place.resolve("secret"), "s"));
        Files.createSymbolicLink(leaking.resolve("up"), place);
        assertThatThrownBy(() -> new FolderCodec().encode(new Folder(leaking), scratch))
                .hasMessage("The folder " + leaking + """
                 cannot be stored:
                passwords is a link that leads to no file within the folder; copy the file instead
                up is a link that leads to no file within the folder; copy the file instead""");
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_never_followed() throws IOException {
        Stored file = scratch.stored(new Encoded.Bytes(new byte[0]));
        for (String name : new String[] {"../out", "a/../../out", "/out", "..\\out", "C:out"}) {
            Stored.Parts parts = new Stored.Parts(new TreeMap<>(Map.of(name, file)));

            assertThatThrownBy(() -> new FolderCodec().decode(parts, scratch))
                    .hasMessage("The stored name '" + name + "' leads out of its folder.");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Path missing = place.resolve("missing");

        assertThatThrownBy(() -> new FolderCodec().encode(new Folder(missing), scratch))
                .hasMessage("A Folder needs a folder, but there is none at " + missing + ".");
    }
}
