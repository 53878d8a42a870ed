import Analysis
import Mutation
import Testing
