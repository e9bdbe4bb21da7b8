import dev.wadachi.task.*;
import java.util.*;

class Row {
    int sold() {
        return 2;
    }
}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Row.class.getName();
    }
}
