package dev.wadachi.engine;

/// How tasks are called in messages.
final class Labels {

    private static final int LONG = 60;

    private Labels() {}

    static String of(Node node) {
        if (node.parameters.isEmpty()) {
            return node.name;
        }
        StringBuilder label = new StringBuilder(node.name).append('(');
        String separator = "";
        for (Node.Parameter parameter : node.parameters) {
            String text = parameter.text();
            label.append(separator).append(parameter.name()).append('=');
            label.append(text.length() > LONG ? text.substring(0, LONG) + "…" : text);
            separator = ", ";
        }
        return label.append(')').toString();
    }
}
