import dev.wadachi.task.*;
import java.util.*;

enum Shop {
    TOKYO,
    OSAKA,
    KYOTO
}

class Shops {
    static final Set<Shop> ALL = EnumSet.allOf(Shop.class);
}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Shops.ALL.size();
    }
}
