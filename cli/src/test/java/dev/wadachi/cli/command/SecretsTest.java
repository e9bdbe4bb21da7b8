package dev.wadachi.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void the_value_behind_a_secret_option_is_masked() {
        assertThat(Secrets.masked(List.of("run", "--db-password", "hunter2", "--week", "2021-08-02")))
                .containsExactly("run", "--db-password", "***", "--week", "2021-08-02");
    }

    @Test
    void a_secret_that_is_assigned_is_masked_wherever_it_stands() {
        assertThat(Secrets.masked(List.of("--password=a b", "-P", "api-key=xyz", "--source=db(user=me, token=t0k)")))
                .containsExactly("--password=*** b", "-P", "api-key=***", "--source=db(user=me, token=***)");
    }

    @Test
    void a_password_in_a_url_is_masked() {
        assertThat(Secrets.masked(List.of("--url", "jdbc:postgresql://me:secret@db/shop?ssl=true")))
                .containsExactly("--url", "jdbc:postgresql://***@db/shop?ssl=true");
    }

    @Test
    void words_that_only_look_alike_stay() {
        assertThat(Secrets.masked(List.of("--author", "me", "--tokenizer", "kuromoji", "--compass", "north")))
                .containsExactly("--author", "me", "--tokenizer", "kuromoji", "--compass", "north");
    }
}
