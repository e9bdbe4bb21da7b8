import dev.wadachi.task.*;
import java.util.*;

enum Shop {
    TOKYO,
    OSAKA
}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return EnumSet.complementOf(EnumSet.noneOf(Shop.class)).size();
    }
}
