package dev.wadachi.store;

/// Names of parts, which become paths when a folder is laid out.
final class PartName {

    private static final String FORBIDDEN = "\\:\0";

    private PartName() {}

    /// The name, if it is a relative path that stays where it is put.
    ///
    /// @throws IllegalArgumentException if it could lead elsewhere on any system
    static String check(String name) {
        for (String step : name.split("/", -1)) {
            if (step.isEmpty()
                    || step.equals(".")
                    || step.equals("..")
                    || step.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
                throw new IllegalArgumentException(
                        "a part is named by a relative path of plain steps with '/' between them, but this is '" + name
                                + "'");
            }
        }
        return name;
    }
}
