// The product in one version, with what it is made of; there is no code here.
module boardbench.org/centrifugo

go 1.25

tool github.com/centrifugal/centrifugo/v6

require github.com/centrifugal/centrifugo/v6 v6.9.1
