package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void run(@TempDir Path folder) {
        wadachi = MarketFile.in(folder);
        wadachi.run("run", "Market.java", "Market", "daily", "note");
    }

    @Test
    void a_page_shows_columns_missing_values_distributions_and_time() throws IOException {
        String page = page("explore", "Daily");

        assertThat(page)
                .contains("<title>Daily(least=2) of run ")
                .contains("4 rows, 3 columns")
                .contains("<td>pieces</td><td>integer</td><td>0 %</td><td>4</td><td>2</td>")
                .contains("None is missing.")
                .contains("By hour of day")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void a_folder_that_is_not_there_is_not_made() {
        for (String words :
                new String[] {"explore Daily --to no/daily.html", "export Note no/note.txt", "export Daily no/daily.csv"
                }) {
            assertThat(wadachi.run(words.split(" ")).err())
                    .startsWith("there is no folder " + wadachi.folder().resolve("no") + " for no/")
                    .endsWith(": make it first\n");
        }
        assertThat(wadachi.folder().resolve("no")).doesNotExist();
    }

    @Test
    void what_goes_with_a_target_is_shown_against_it() throws IOException {
        String page = page("explore", "Daily", "--target", "PIECES", "--to", "Daily.html");

        // rice 4 and 2, tea 5 and 7
        assertThat(page)
                .contains("<h2>Against pieces</h2>")
                .contains(">3.0</text>")
                .contains(">6.0</text>");
    }

    @Test
    void every_picture_is_well_formed_whatever_the_names_are() throws IOException, XMLStreamException {
        MarketFile.sales(
                wadachi.folder(),
                MarketFile.sales().replace("rice", "<b>&\"'rice").replace("2026-01-02,tea", "2026-03-02,tea"));
        wadachi.run("run", "Market.java", "Market", "daily");

        String page = page("explore", "Daily", "--target", "item");

        assertThat(page).doesNotContain("<b>&");
        int pictures = 0;
        for (MatchResult svg : Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .toList()) {
            parse(svg.group());
            pictures++;
        }
        assertThat(pictures).isGreaterThan(4);
    }

    @Test
    void a_page_that_cannot_be_written_leaves_nothing_behind() throws IOException {
        Files.createDirectories(wadachi.folder().resolve("taken/full"));

        assertThat(wadachi.run("explore", "Daily", "--to", "taken").err())
                .contains("cannot write ")
                .contains("taken")
                .contains("--to");
        try (var files = Files.list(wadachi.folder())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".html"));
        }
    }

    @Test
    void what_has_no_rows_and_columns_that_are_not_there_are_refused() {
        assertThat(wadachi.run("explore", "Note").err())
                .isEqualTo("Note has no rows: it is a text; look at it with wadachi show\n");
        assertThat(wadachi.run("explore", "Daily", "--target", "pices").err())
                .contains("\"pices\"")
                .contains("pieces");
    }

    @Test
    void show_draws_the_columns_of_a_table_and_its_first_rows() {
        assertThat(wadachi.run("show", "Daily", "--rows", "1").out())
                .contains("""
                        column  type     missing  distinct  least       median     mean  most        values
                        """)
                .contains("tea         rice 50%, tea 50%\n")
                .contains("2              5.0  4.50000  7           █       █   █      █\n")
                .contains("""
                        day         item      pieces
                        date        varchar  integer
                        2026-01-01  rice           4
                        4 rows, the first 1 are shown
                        """);
    }

    private String page(String... words) throws IOException {
        Captured.Said said = wadachi.run(words);
        assertThat(said.err()).isEmpty();
        Path file = wadachi.folder().resolve("Daily.html").toAbsolutePath();
        assertThat(said.out()).isEqualTo("wrote Daily.html\n");
        return Files.readString(file);
    }

    private static void parse(String xml) throws XMLStreamException {
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
        while (reader.hasNext()) {
            assertThat(reader.next()).isNotEqualTo(XMLStreamConstants.ENTITY_REFERENCE);
        }
    }
}
