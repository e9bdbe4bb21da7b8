package dev.wadachi.cli.doctor;

import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.project.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every setting that holds, with where it comes from.
final class Settings {

    /// Secrets are never shown.
    private static final String MASK = "***";

    private static final String DEFAULT = "default";

    /// @param name as it is written in `wadachi.toml`
    /// @param value what holds
    /// @param origin a file with its line, an option, a variable, or `default`
    record Setting(String name, String value, String origin) {}

    private Settings() {}

    static List<Setting> of(Workspace workspace, Surroundings around, StoreOption option) {
        Configuration configuration = workspace.project().configuration();
        Path root = workspace.project().root();
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(
                "project", workspace.project().name().orElse("none"), origin("project", configuration, root)));
        settings.add(store(workspace, around, option));
        configuration
                .sources()
                .ifPresent(sources ->
                        settings.add(new Setting("sources", sources, origin("sources", configuration, root))));
        configuration
                .remote()
                .forEach((key, value) -> settings.add(
                        new Setting("remote." + key, value, origin("remote." + key, configuration, root))));
        variable("WADACHI_SHARE", "remote.share", around, settings);
        configuration
                .resources()
                .forEach((name, values) -> values.forEach((key, value) -> {
                    String whole = "resources." + name + "." + key;
                    settings.add(new Setting(whole, shown(value, configuration), origin(whole, configuration, root)));
                }));
        variable("WADACHI_JAVA_OPTIONS", "options of Java", around, settings);
        return settings;
    }

    private static Setting store(Workspace workspace, Surroundings around, StoreOption option) {
        Optional<String> variable =
                Optional.ofNullable(around.environment().get("WADACHI_STORE")).filter(text -> !text.isBlank());
        String origin = option.location().isPresent()
                ? "--store"
                : variable.isPresent()
                        ? "variable WADACHI_STORE"
                        : origin(
                                "store",
                                workspace.project().configuration(),
                                workspace.project().root());
        return new Setting("store", workspace.store().toString(), origin);
    }

    private static void variable(String variable, String name, Surroundings around, List<Setting> settings) {
        String value = around.environment().getOrDefault(variable, "");
        if (!value.isBlank()) {
            settings.removeIf(setting -> setting.name().equals(name));
            settings.add(new Setting(name, value, "variable " + variable));
        }
    }

    private static String origin(String name, Configuration configuration, Path root) {
        return relative(configuration.origins().getOrDefault(name, DEFAULT), root);
    }

    private static String relative(String origin, Path root) {
        return origin.startsWith(root + "/") || origin.startsWith(root + "\\")
                ? origin.substring(root.toString().length() + 1)
                : origin;
    }

    private static String shown(String value, Configuration configuration) {
        String shown = value;
        for (String secret : configuration.secrets()) {
            if (!secret.isEmpty()) {
                shown = shown.replace(secret, MASK);
            }
        }
        return shown;
    }
}
