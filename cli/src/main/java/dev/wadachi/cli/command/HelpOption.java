package dev.wadachi.cli.command;

import picocli.CommandLine.Option;

/// Whether help was asked for; every command takes it.
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli looks whether it was given
    private boolean help;
}
