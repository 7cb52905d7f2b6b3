trap '' TERM
sleep 1000 &
"$1" -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ../healthy/Server.java "$2" 200
