package dev.wadachi.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A place in a JSON document, with questions that name the place when the answer is not there.
///
/// The core has a better one for Java 25; a model must be readable on 17 and with nothing else on the class path.
final class Json {

    private final @Nullable Object value;
    private final String place;

    private Json(@Nullable Object value, String place) {
        this.value = value;
        this.place = place;
    }

    /// @param name what the document is, for messages
    static Json parse(byte[] utf8, String name) {
        return new Json(new JsonReader(new String(utf8, StandardCharsets.UTF_8), name).document(), name);
    }

    boolean has(String member) {
        return value instanceof Map<?, ?> members && members.containsKey(member);
    }

    Json get(String member) {
        Map<?, ?> members = as(Map.class, "an object");
        if (!members.containsKey(member)) {
            throw new ModelException("There is no \"" + member + "\" in " + place + ".");
        }
        return new Json(members.get(member), place + "." + member);
    }

    List<String> names() {
        return ((Map<?, ?>) as(Map.class, "an object"))
                .keySet().stream().map(String::valueOf).toList();
    }

    List<Json> list() {
        List<?> values = as(List.class, "a list");
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Json(values.get(i), place + "[" + i + "]"))
                .toList();
    }

    String text() {
        return as(String.class, "a text");
    }

    int integer() {
        return decimal().intValueExact();
    }

    double number() {
        return Double.parseDouble(digits());
    }

    /// Read as `float` at once: by way of `double` it would be rounded twice.
    float single() {
        return Float.parseFloat(digits());
    }

    int[] integers() {
        return list().stream().mapToInt(Json::integer).toArray();
    }

    /// Numbers that are 0 or 1; XGBoost writes them so, its documentation has true and false.
    int[] flags() {
        return list().stream()
                .mapToInt(flag -> flag.value instanceof Boolean set ? (set ? 1 : 0) : flag.integer())
                .toArray();
    }

    float[] singles() {
        List<Json> numbers = list();
        float[] singles = new float[numbers.size()];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = numbers.get(i).single();
        }
        return singles;
    }

    private BigDecimal decimal() {
        try {
            return new BigDecimal(digits());
        } catch (NumberFormatException e) {
            throw wrong("a number", e);
        }
    }

    /// XGBoost writes some of its numbers as texts.
    private String digits() {
        if (value instanceof JsonReader.Digits digits) {
            return digits.text();
        }
        return text();
    }

    private <T> T as(Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw wrong(wanted, null);
        }
        return type.cast(value);
    }

    private ModelException wrong(String wanted, @Nullable Throwable cause) {
        String message = "Expected " + wanted + " at " + place + ", but found " + value + ".";
        return cause == null ? new ModelException(message) : new ModelException(message, cause);
    }
}
