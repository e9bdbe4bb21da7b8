select n * n as square from range(300000) t(n)
