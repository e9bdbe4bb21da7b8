package dev.wadachi.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes class names out of descriptors.
final class Types {

    private Types() {}

    /// The class that a constant of kind class names: of `[[Lshop/Row;` it is `shop/Row`, of `[I` none.
    static Optional<String> ofClassEntry(String internalName) {
        if (!internalName.startsWith("[")) {
            return Optional.of(internalName);
        }
        String element = internalName.substring(internalName.lastIndexOf('[') + 1);
        return element.startsWith("L") ? Optional.of(element.substring(1, element.length() - 1)) : Optional.empty();
    }

    /// The classes that a descriptor names, in its order.
    static List<String> classesIn(String descriptor) {
        List<String> classes = new ArrayList<>();
        int end = 0;
        // Between types there are only brackets and the letters of primitives, none of which is an L.
        for (int at = descriptor.indexOf('L'); at >= 0 && end >= 0; at = descriptor.indexOf('L', end)) {
            end = descriptor.indexOf(';', at);
            if (end > at) {
                classes.add(descriptor.substring(at + 1, end));
            }
        }
        return classes;
    }

    /// What a method's descriptor says that it returns, if that is a class.
    static Optional<String> returned(String descriptor) {
        String type = descriptor.substring(descriptor.indexOf(')') + 1);
        return type.startsWith("L") ? Optional.of(type.substring(1, type.length() - 1)) : Optional.empty();
    }

    /// A method's parameters as Java writes them: `int`, `java.lang.String`, `shop.Row[]`.
    static List<String> parameters(String descriptor) {
        List<String> parameters = new ArrayList<>();
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int end = endOfType(descriptor, at);
            parameters.add(spelled(descriptor.substring(at, end)));
            at = end;
        }
        return parameters;
    }

    private static int endOfType(String descriptor, int start) {
        int at = start;
        while (descriptor.charAt(at) == '[') {
            at++;
        }
        return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
    }

    /// A type as Java writes it.
    static String spelled(String descriptor) {
        int dimensions = descriptor.lastIndexOf('[') + 1;
        String element = switch (descriptor.charAt(dimensions)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            case 'V' -> "void";
            default ->
                descriptor.substring(dimensions + 1, descriptor.length() - 1).replace('/', '.');
        };
        return element + "[]".repeat(dimensions);
    }
}
