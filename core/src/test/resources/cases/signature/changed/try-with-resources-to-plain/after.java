import dev.wadachi.task.*;

class Door implements AutoCloseable {
    public void close() {
        System.out.println("closed");
    }
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        Door door = new Door();
        return size;
    }
}
