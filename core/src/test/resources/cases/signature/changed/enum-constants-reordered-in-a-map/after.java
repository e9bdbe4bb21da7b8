import dev.wadachi.task.*;
import java.util.*;

enum Shop {
    OSAKA,
    TOKYO
}

record Train(int size) implements Task<Object> {
    private static String fill(Map<Shop, Integer> counts) {
        counts.putAll(Map.of(Shop.valueOf("TOKYO"), 1, Shop.valueOf("OSAKA"), 2));
        return counts.toString();
    }

    public Object run(Context in) {
        return fill(new EnumMap<>(Shop.class));
    }
}
