import { View, Text } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
export default function Page() { return <View><Text>me</Text><Button>go</Button></View> }
