package dev.wadachi.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which store.
public final class StoreOption {

    @Option(
            names = "--store",
            paramLabel = "<store>",
            description = "Where results are kept, a folder or s3://bucket/prefix; else the variable WADACHI_STORE, "
                    + "else wadachi.toml, else .wadachi.")
    private @Nullable String location;

    @Mixin
    @SuppressWarnings("unused") // picocli adds its option
    private final HelpOption help = new HelpOption();

    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /// The same, where a folder is meant resolved against the current one.
    public Optional<String> location(Path current) {
        return location()
                .map(text -> text.contains("://") ? text : current.resolve(text).toString());
    }
}
