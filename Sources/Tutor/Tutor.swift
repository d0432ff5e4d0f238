import Demos
