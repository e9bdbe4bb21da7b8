package dev.wadachi.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which store.
final class StoreOption {

    @Option(
            names = "--store",
            paramLabel = "<folder>",
            description = "Where results are kept; else the variable WADACHI_STORE, else wadachi.toml, else .wadachi.")
    private @Nullable String folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli looks whether it was given
    private boolean help;

    Optional<String> folder() {
        return Optional.ofNullable(folder);
    }
}
