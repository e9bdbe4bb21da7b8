package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    /// As DuckDB 2.0.0 said it on a full file system.
    private static final String FULL = "IO Error: Async write failed for range [offset=4109720, size=95880]: "
            + "{\"exception_type\":\"IO\",\"exception_message\":\"Could not write file \\\"/data/x.csv.part\\\": "
            + "No space left on device\",\"errno\":\"28\"}";

    @Test
    void a_full_disk_is_told_in_words_with_what_to_do() {
        assertThat(Complaint.thrown(new SQLException(FULL)))
                .hasNoCause()
                .hasMessageStartingWith("Could not write file \"/data/x.csv.part\": No space left on device\n"
                        + "  the disk is full: make room and do it again; temporary files lie in ");
    }

    @Test
    void what_our_own_code_said_within_a_query_is_told_without_its_stack() {
        SQLException thrown = new SQLException("""
                java.sql.SQLException: Invalid Input Error: dev.wadachi.table.TableException: row 2: 'x' is no DATE
                  write it as a day
                \tat dev.wadachi.table.JdbcColumn.fill(JdbcColumn.java:150)
                Caused by: java.time.DateTimeException
                \tat java.base/java.time.LocalDate.parse
                """);
        assertThat(Complaint.thrown(thrown)).hasNoCause().hasMessage("row 2: 'x' is no DATE\n  write it as a day");
    }
}
